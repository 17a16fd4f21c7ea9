package io.candletrace.api;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Where a list goes on. Opaque to clients; the checksum finds what was changed or taken from another list, it hides nothing.
 *
 * @param list which list
 * @param lastId the last row that was given out
 */
record Cursor(String list, long lastId) {

    private static final String VERSION = "1";
    private static final int CHECKSUM_LENGTH = 16;
    private static final Pattern SYNTAX = Pattern.compile(VERSION + ":([1-9][0-9]{0,18}):([0-9a-f]{16})");

    /**
     * Reads a cursor.
     *
     * @throws ServiceException {@code INVALID_REQUEST} when it is none of this list's
     */
    static Cursor parse(String list, String text) {
        var matcher = SYNTAX.matcher(decoded(text));
        if (!matcher.matches()) {
            throw foreign();
        }
        var cursor = new Cursor(list, id(matcher.group(1)));
        if (!cursor.checksum().equals(matcher.group(2))) {
            throw foreign();
        }
        return cursor;
    }

    String text() {
        var plain = VERSION + ":" + lastId + ":" + checksum();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private String checksum() {
        return Sha256.of("candletrace cursor " + VERSION + ":" + list + ":" + lastId)
                .hex()
                .substring(0, CHECKSUM_LENGTH);
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw foreign();
        }
    }

    private static long id(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException tooLarge) {
            throw foreign();
        }
    }

    private static ServiceException foreign() {
        return new ServiceException(
                FailureReason.INVALID_REQUEST, "cursor: expected the next_cursor of this list, found something else");
    }
}
