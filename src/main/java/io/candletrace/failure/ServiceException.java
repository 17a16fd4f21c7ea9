package io.candletrace.failure;

/** A failure that somebody can act on. Its message is safe to show: it says what was expected and what was found. */
public final class ServiceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final FailureReason reason;

    public ServiceException(FailureReason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public ServiceException(FailureReason reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    /** Which of the known situations this is. */
    public FailureReason reason() {
        return reason;
    }

    /** The message, which is never absent. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
