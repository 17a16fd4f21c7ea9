package io.candletrace.storage.minio;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.storage.StorageConfig;
import io.minio.MinioClient;
import io.quarkiverse.minio.client.MinioRuntimeConfiguration;
import io.quarkiverse.minio.client.MiniosConfiguration;
import java.util.Optional;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * Who is spoken to, and as whom.
 *
 * @param url scheme, host and port
 * @param accessKey as {@code quarkus.minio.access-key}
 * @param secretKey as {@code quarkus.minio.secret-key}
 * @param region when the endpoint insists on one
 */
record S3Endpoint(String url, String accessKey, String secretKey, Optional<String> region) {
    /** Fails with {@code MISCONFIGURED}, naming the key, when address or credentials are missing. */
    static S3Endpoint of(MiniosConfiguration configuration) {
        var minio = configuration.minio().orElseThrow(() -> missing("host"));
        return new S3Endpoint(
                url(minio),
                required("access-key", minio.accessKey()),
                required("secret-key", minio.secretKey()),
                minio.region());
    }

    /**
     * A client of our own: OkHttp's default of five requests a host would be the store's limit, its threads would be platform
     * threads, and its sockets would hold back the ends of requests.
     */
    MinioClient client(OkHttpClient http) {
        var builder = MinioClient.builder()
                .endpoint(url)
                .credentials(accessKey, secretKey)
                .httpClient(http);
        region.ifPresent(builder::region);
        return builder.build();
    }

    static OkHttpClient http(StorageConfig.S3 config) {
        var dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(config.concurrency());
        dispatcher.setMaxRequestsPerHost(config.concurrency());
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .socketFactory(new PromptSockets())
                .connectTimeout(config.connectTimeout())
                .callTimeout(config.requestTimeout())
                .readTimeout(config.requestTimeout())
                .writeTimeout(config.requestTimeout())
                .build();
    }

    @Override
    public String toString() {
        return url;
    }

    private static String url(MinioRuntimeConfiguration minio) {
        var host = minio.host().isBlank() ? minio.url() : minio.host();
        var named = required("host", host);
        var withScheme = named.contains("://") ? named : (minio.secure() ? "https://" : "http://") + named;
        return minio.port().map(port -> withScheme + ":" + port).orElse(withScheme);
    }

    private static String required(String key, String value) {
        if (value.isBlank()) {
            throw missing(key);
        }
        return value;
    }

    private static ServiceException missing(String key) {
        return new ServiceException(
                FailureReason.MISCONFIGURED,
                "candletrace.storage.kind=s3 needs quarkus.minio." + key + ", which is not set");
    }
}
