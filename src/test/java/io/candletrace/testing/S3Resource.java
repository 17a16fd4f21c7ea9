package io.candletrace.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Optional;

/** A real S3 server for a service under test. */
public final class S3Resource implements QuarkusTestResourceLifecycleManager {
    private Optional<S3Server> server = Optional.empty();

    @Override
    public Map<String, String> start() {
        var started = S3Server.start();
        server = Optional.of(started);
        return started.configuration("trading-charts");
    }

    @Override
    public void stop() {
        server.ifPresent(S3Server::close);
    }
}
