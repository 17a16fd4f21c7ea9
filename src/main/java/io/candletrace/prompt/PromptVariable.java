package io.candletrace.prompt;

/**
 * Something that a template may speak of.
 *
 * @param name as templates spell it
 * @param type what conditions can do with it
 * @param meaning what it is
 * @param shape its unit or how it looks, where the meaning leaves that open; may be empty
 * @param example a value: a text, a number or a boolean, as the type says
 */
public record PromptVariable(String name, Type type, String meaning, String shape, Object example) {
    public PromptVariable {
        if (!type.values.isInstance(example)) {
            throw new IllegalArgumentException("the example of " + name + " is no " + type + ": " + example);
        }
    }

    /** What conditions can do with a variable. */
    public enum Type {
        /** Compare for equality. */
        TEXT(String.class),
        /** Compare by size too. */
        NUMBER(Number.class),
        /** Ask whether it is so. */
        FLAG(Boolean.class);

        private final Class<?> values;

        Type(Class<?> values) {
            this.values = values;
        }
    }
}
