package io.candletrace.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.Sha256;

/** One hash for one JSON value, however it is spelt: of its canonical form, so that what a database gives back hashes alike. */
public final class JsonFingerprint {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFingerprint() {}

    /**
     * Of JSON text.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Sha256 of(String json) {
        try {
            return of(JSON.readValue(json, Object.class));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("not JSON: " + ReadableText.line(json, 100), malformed);
        }
    }

    /** Of a value of maps, lists, texts, numbers and booleans. */
    public static Sha256 of(Object value) {
        return Sha256.of(CanonicalJson.write(value));
    }
}
