package io.candletrace.http;

import java.nio.charset.StandardCharsets;

/** Raw bytes of an answer; an array would make equal exchanges unequal by accident. */
public final class Body {
    private final byte[] bytes;

    public Body(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes read as UTF-8, what is none replaced. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
