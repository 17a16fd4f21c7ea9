package io.candletrace;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String ROOT = "io.candletrace.";

    /**
     * Which package may import which: one line a package, in the order of the flow. Nobody may import {@code api} and
     * {@code page}; "all above" and "everything" leave out {@code persistence}, which is for WITH_PERSISTENCE only.
     */
    private static final String TABLE = """
            market         | -
            lineage        | -
            failure        | -
            thread         | -
            http           | -
            persistence    | -
            inspection     | -
            feed           | inspection
            indicator      | -
            chart          | indicator
            storage        | indicator chart
            prompt         | indicator
            analysis       | indicator chart storage prompt
            signal         | indicator chart storage analysis
            strategy       | indicator prompt analysis signal
            journal        | all above
            queue          | -
            pipeline       | all above
            execution      | feed prompt analysis pipeline strategy journal queue
            replay         | all above
            schedule       | strategy execution queue
            reconciliation | indicator chart storage journal queue
            evaluation     | all above
            study          | strategy execution schedule evaluation
            request        | execution evaluation
            api            | everything
            page           | everything
            embedded       | -
            launch         | analysis embedded feed indicator storage signal strategy journal execution
            """;

    private static final Set<String> FOR_EVERYONE = Set.of("market", "lineage", "failure", "thread", "http");
    private static final Set<String> FOR_NOBODY = Set.of("api", "page");
    private static final String[] PURE = packages(
            "market",
            "lineage",
            "failure",
            "inspection",
            "indicator",
            "analysis.claim",
            "signal",
            "evaluation.statistic",
            "evaluation.outcome",
            "evaluation.comparison",
            "evaluation.calibration",
            "evaluation.effect");
    private static final String[] WITH_PERSISTENCE = {
        ROOT + "*.postgres..",
        ROOT + "persistence..",
        ROOT + "queue..",
        ROOT + "execution..",
        ROOT + "schedule..",
        ROOT + "study.."
    };

    private static final ArchRule IMPORTS = imports();
    private static final ArchRule POSTGRES = noClasses()
            .that(not(resideInAPackage(ROOT + "*.postgres..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "*.postgres..")
            .allowEmptyShould(true);
    private static final ArchRule PURITY = classes()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "com.tictactec..", "org.hipparchus..", ROOT + "*..")
            .allowEmptyShould(true);
    private static final ArchRule CYCLES =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();
    private static final ArchRule NULL_MARKED = classes().should(liveInANullMarkedPackage());

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.candletrace");

    @ParameterizedTest
    @MethodSource
    void holds(ArchRule rule) {
        rule.check(MAIN);
    }

    static Stream<Arguments> holds() {
        return Stream.of(
                argumentSet("imports follow the table", IMPORTS),
                argumentSet("postgres packages are imported by nobody", POSTGRES),
                argumentSet("pure packages use no framework", PURITY),
                argumentSet("packages have no cycles", CYCLES),
                argumentSet("packages are null-marked", NULL_MARKED));
    }

    @ParameterizedTest
    @MethodSource
    void catches(ArchRule rule, String offender, String target, @TempDir Path directory) throws IOException {
        var offence = compiled(directory, offender, target, "java.lang.Object");

        assertThat(rule.evaluate(offence).hasViolation()).isTrue();
    }

    static Stream<Arguments> catches() {
        return Stream.of(
                argumentSet("a line that names less", IMPORTS, ROOT + "chart.A", ROOT + "storage.B"),
                argumentSet("an import of api", IMPORTS, ROOT + "launch.A", ROOT + "api.B"),
                argumentSet("a package without a line", IMPORTS, ROOT + "unlisted.A", ROOT + "market.B"),
                argumentSet("a class in no package", IMPORTS, "io.candletrace.A", ROOT + "market.B"),
                argumentSet("a session outside postgres", IMPORTS, ROOT + "journal.A", ROOT + "persistence.B"),
                argumentSet("an entity's escape", POSTGRES, ROOT + "feed.A", ROOT + "feed.postgres.B"),
                argumentSet("a framework in a pure one", PURITY, ROOT + "signal.A", "io.smallrye.mutiny.B"),
                argumentSet("a package that is not null-marked", NULL_MARKED, ROOT + "feed.A", ROOT + "feed.B"));
    }

    @Test
    void catches_aCycleOfAllowedImports(@TempDir Path directory) throws IOException {
        var cycle = compiled(directory, ROOT + "market.A", ROOT + "lineage.B", ROOT + "market.A");

        assertThat(IMPORTS.evaluate(cycle).hasViolation()).isFalse();
        assertThat(CYCLES.evaluate(cycle).hasViolation()).isTrue();
    }

    @Test
    void allows_aSessionWithinPostgres(@TempDir Path directory) throws IOException {
        var repository = compiled(directory, ROOT + "feed.postgres.A", ROOT + "persistence.B", "java.lang.Object");

        assertThat(IMPORTS.evaluate(repository).hasViolation()).isFalse();
    }

    private static ArchRule imports() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        var table = table();
        for (var name : table.keySet()) {
            layers = layers.layer(name).definedBy(ROOT + name + "..");
        }
        for (var line : table.entrySet()) {
            layers = layers.whereLayer(line.getKey())
                    .mayOnlyAccessLayers(line.getValue().toArray(String[]::new));
        }
        return layers.ignoreDependency(resideInAnyPackage(WITH_PERSISTENCE), resideInAPackage(ROOT + "persistence.."))
                .ensureAllClassesAreContainedInArchitecture()
                .allowEmptyShould(true);
    }

    private static Map<String, Set<String>> table() {
        var lines = TABLE.lines().map(line -> line.split("\\|")).toList();
        var names = lines.stream().map(line -> line[0].strip()).toList();
        var table = new LinkedHashMap<String, Set<String>>();
        for (var line : lines) {
            var allowed = new LinkedHashSet<>(named(line[1].strip(), names, names.subList(0, table.size())));
            allowed.addAll(FOR_EVERYONE);
            table.put(line[0].strip(), allowed);
        }
        return table;
    }

    private static List<String> named(String cell, List<String> names, List<String> above) {
        return switch (cell) {
            case "-" -> List.of();
            case "all above" -> withoutExceptions(above);
            case "everything" -> withoutExceptions(names);
            default -> known(List.of(cell.split(" ")), names);
        };
    }

    private static List<String> withoutExceptions(List<String> names) {
        return names.stream()
                .filter(name -> !name.equals("persistence") && !FOR_NOBODY.contains(name))
                .toList();
    }

    private static List<String> known(List<String> cell, List<String> names) {
        assertThat(names).containsAll(cell);
        return cell;
    }

    private static String[] packages(String... names) {
        return Arrays.stream(names).map(name -> ROOT + name + "..").toArray(String[]::new);
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getName() + " has no @NullMarked package-info"));
            }
        };
    }

    /** Compiles a class that names a second, and a second that names a third, which need not be one of ours. */
    private static JavaClasses compiled(Path directory, String first, String second, String third) throws IOException {
        var sources = List.of(source(directory, first, second), source(directory, second, third));
        var arguments = Stream.concat(
                        Stream.of("-proc:none", "-d", directory.toString()),
                        sources.stream().map(Path::toString))
                .toArray(String[]::new);
        var failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments);
        assertThat(failed).isZero();
        return new ClassFileImporter().importPath(directory);
    }

    private static Path source(Path directory, String name, String other) throws IOException {
        var dot = name.lastIndexOf('.');
        var code = "package %s; public class %s { %s field; }"
                .formatted(name.substring(0, dot), name.substring(dot + 1), other);
        return Files.writeString(directory.resolve(name.substring(dot + 1) + ".java"), code);
    }
}
