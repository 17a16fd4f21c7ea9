package io.candletrace.journal.postgres;

/** How figures name what they are about, in SQL. */
final class Shown {
    /** Of a row called {@code template}. */
    static final String PROMPT_VERSION =
            "template.name || case template.language when 'en' then '' else '/' || template.language end"
                    + " || '@' || template.version";

    private Shown() {}

    /** The day of a time. */
    static String day(String time) {
        return "to_char(" + time + " at time zone 'UTC', 'YYYY-MM-DD')";
    }
}
