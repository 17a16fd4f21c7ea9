package io.candletrace.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** Says what is wrong with a JSON text, and where, without a word about our classes. */
final class MalformedJson {

    private MalformedJson() {}

    static String explain(JsonProcessingException failure) {
        return what(failure) + where(failure);
    }

    private static String what(JsonProcessingException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                "unknown field '" + place(unknown) + "'; known are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "));
            case MismatchedInputException mismatch
            when !mismatch.getPath().isEmpty() -> "'" + place(mismatch) + "' is not of the type that is expected there";
            case MismatchedInputException _ -> "expected a JSON object";
            default ->
                failure.getOriginalMessage().startsWith("Duplicate field")
                        ? failure.getOriginalMessage().lines().findFirst().orElse("duplicate field")
                        : "the body is not JSON";
        };
    }

    private static String place(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String where(JsonProcessingException failure) {
        var location = failure.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
