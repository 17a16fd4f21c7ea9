package io.candletrace.storage.minio;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.InternalException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import java.io.IOException;
import java.util.Set;

/** A request that the endpoint did not fulfil, as the client tells it. Stays inside this package. */
final class S3Failure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final Set<String> BUCKET_THERE = Set.of("BucketAlreadyOwnedByYou", "BucketAlreadyExists");
    private static final Set<String> SWAMPED = Set.of("SlowDown", "RequestTimeout", "OperationAborted");

    private final String code;
    private final int status;

    S3Failure(Exception cause) {
        super(cause);
        code = cause instanceof ErrorResponseException answered
                ? answered.errorResponse().code()
                : cause.getClass().getSimpleName();
        status = switch (cause) {
            case ErrorResponseException answered -> answered.response().code();
            case ServerException failed -> failed.statusCode();
            default -> 0;
        };
    }

    boolean isObjectAbsent() {
        return code.equals("NoSuchKey") || isBucketAbsent();
    }

    boolean isBucketAbsent() {
        return code.equals("NoSuchBucket");
    }

    /** Somebody else made the bucket in between. */
    boolean isBucketThere() {
        return BUCKET_THERE.contains(code);
    }

    boolean isRefused() {
        return status == UNAUTHORIZED || status == FORBIDDEN;
    }

    /** No answer, half an answer, or one that says "not now". */
    boolean isPassing() {
        return isHalfAnswered()
                || status >= FIRST_SERVER_ERROR
                || status == TOO_MANY_REQUESTS
                || SWAMPED.contains(code)
                || isBucketAbsent();
    }

    private boolean isHalfAnswered() {
        return switch (getCause()) {
            case InternalException _ -> false;
            case MinioException _ -> status == 0;
            case IOException _ -> true;
            case null, default -> false;
        };
    }

    /** What was answered, for a message: never the body. */
    String summary() {
        return status == 0 ? code : code + ", HTTP " + status;
    }
}
