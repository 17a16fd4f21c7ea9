package io.candletrace.replay;

import io.candletrace.analysis.JsonFingerprint;
import io.candletrace.analysis.KeptAnswers.Reading;
import io.candletrace.analysis.Usage;
import io.candletrace.journal.AnalysisRecord.Inquiry;
import io.candletrace.journal.CallEvidence;
import io.candletrace.lineage.Sha256;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds a call's columns against its own bytes. */
final class CallChecks {
    private final CallEvidence call;
    private final String name;

    CallChecks(CallEvidence call) {
        this.call = call;
        this.name = "call " + call.id() + " ";
    }

    /** Request and answer hash to what they did when they were kept. */
    Stream<Check> hashes() {
        var answer = call.answer();
        return Stream.concat(
                Stream.of(Check.kept(name + "request", call.requestSha256(), JsonFingerprint.of(call.request()))),
                answer
                        .bodySha256()
                        .map(hash -> Check.kept(
                                name + "response_body", hash, answer.body().map(body -> Sha256.of(body.bytes()))))
                        .stream());
    }

    /** The request is about the chart, and says what the row says it did. */
    Stream<Check> request(Inquiry inquiry, Sha256 picture) {
        return Stream.of(
                        Stream.of(
                                Check.kept(
                                        name + "model",
                                        inquiry.modelName(),
                                        call.request().get("model")),
                                Check.kept(name + "prompt", inquiry.promptText(), prompt("text"))),
                        picture().map(url -> Check.kept(name + "picture", "sha256:" + picture, url)).stream())
                .flatMap(part -> part);
    }

    /** What was noted of the answer is what its bytes say. */
    Stream<Check> answer(Reading reading) {
        var noted = call.answer();
        return Stream.concat(
                Stream.of(
                        Check.kept(name + "finish_reason", reading.finishReason(), noted.finishReason()),
                        Check.kept(name + "response_id", reading.responseId(), noted.responseId()),
                        Check.kept(name + "response_model", reading.analysis().responseModel(), noted.responseModel()),
                        Check.kept(
                                name + "usage",
                                reading.usageJson().map(JsonFingerprint::of),
                                noted.usage().map(JsonFingerprint::of))),
                tokens(reading.usage().orElse(Usage.NONE), call.spending().usage()));
    }

    private Stream<Check> tokens(Usage expected, Usage found) {
        return Check.fields(name + "tokens", SpendingChecks.buckets(expected), SpendingChecks.buckets(found));
    }

    private Optional<String> picture() {
        return part("image_url").map(image -> image instanceof Map<?, ?> map ? String.valueOf(map.get("url")) : "");
    }

    /** The user's message is one text, or texts and pictures in parts. */
    private Object prompt(String field) {
        return message() instanceof String text ? text : part(field).orElse("");
    }

    private Optional<Object> part(String field) {
        return message() instanceof Iterable<?> parts ? first(parts, field) : Optional.empty();
    }

    private static Optional<Object> first(Iterable<?> parts, String field) {
        for (var part : parts) {
            if (part instanceof Map<?, ?> map && map.get(field) instanceof Object value) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private Object message() {
        return call.request().get("messages") instanceof Iterable<?> messages
                ? user(messages).orElse("")
                : "";
    }

    private static Optional<Object> user(Iterable<?> messages) {
        for (var message : messages) {
            if (message instanceof Map<?, ?> map && "user".equals(map.get("role"))) {
                return Optional.ofNullable(map.get("content"));
            }
        }
        return Optional.empty();
    }
}
