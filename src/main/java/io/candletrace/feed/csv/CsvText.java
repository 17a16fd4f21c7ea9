package io.candletrace.feed.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.CharConversionException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** The characters of a file: unpacked when it is packed, UTF-8, and text only. */
final class CsvText extends FilterReader {
    /** A packed file of 1 MB can unpack to 1 GB. */
    private static final long MAX_CHARS = 512L * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final long maxChars;
    private long line = 1;
    private long left;

    private CsvText(Reader in, long maxChars) {
        super(in);
        this.maxChars = maxChars;
        this.left = maxChars;
    }

    /** The text of these bytes, behind its byte order mark if it has one. */
    static BufferedReader of(InputStream bytes) throws IOException {
        return of(bytes, MAX_CHARS);
    }

    static BufferedReader of(InputStream bytes, long maxChars) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var text = new BufferedReader(new CsvText(new InputStreamReader(unpacked(bytes), decoder), maxChars), BUFFER);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        int count = in.read(buffer, from, length);
        for (int i = from; i < from + count; i++) {
            check(buffer[i]);
        }
        left -= Math.max(count, 0);
        if (left < 0) {
            throw new CharConversionException("should have at most " + maxChars + " characters, has more");
        }
        return count;
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    private void check(char character) throws CharConversionException {
        if (character >= ' ' || character == '\t' || character == '\r') {
            return;
        }
        if (character != '\n') {
            throw new CharConversionException(
                    "should be text, but line " + line + " has the byte " + (int) character + ", which is none");
        }
        line++;
    }

    private static InputStream unpacked(InputStream bytes) throws IOException {
        var buffered = new BufferedInputStream(bytes, BUFFER);
        buffered.mark(2);
        boolean packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return packed ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }
}
