package io.candletrace.feed.ibkr;

import static io.candletrace.feed.ibkr.FakeGateway.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTlsTest {
    private static final Vertx VERTX = Vertx.vertx();

    private final FakeGateway fake = FakeGateway.startSelfSigned().loggedIn().always("/iserver/accounts", json("{}"));
    private final AskedGateway asked = new AskedGateway(VERTX, fake.baseUrl(), Instant.parse("2025-05-14T22:00:00Z"));

    @AfterAll
    static void stopVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void close() {
        asked.close();
        fake.close();
    }

    @Test
    void distrustsACertificateThatNobodyVouchesFor() {
        var failure = asked.failure(asked::ask);

        assertThat(failure.reason()).isEqualTo(FailureReason.FEED_UNAVAILABLE);
        assertThat(failure.detail()).contains("SSL").endsWith("name it in candletrace.feed.ibkr.trusted-certificate");
    }

    @Test
    void trustsAnybody_whenToldTo() {
        asked.with("trust-any-certificate", "true");

        assertThat(asked.ask()).isTrue();
    }

    @Test
    void trustsTheCertificateItIsGiven(@TempDir Path folder) throws IOException, GeneralSecurityException {
        var file = Files.writeString(folder.resolve("gateway.pem"), pem(certificate()));
        asked.with("trusted-certificate", file.toString());

        assertThat(asked.ask()).isTrue();
    }

    @Test
    void saysThatTheCertificateCannotBeRead() {
        asked.with("trusted-certificate", "/nowhere/gateway.pem");

        assertThatThrownBy(asked::ask)
                .isInstanceOf(ServiceException.class)
                .hasMessage("candletrace.feed.ibkr.trusted-certificate should name a PEM file, but "
                        + "'/nowhere/gateway.pem' cannot be read");
    }

    /** What the server shows of itself. */
    private X509Certificate certificate() throws IOException, GeneralSecurityException {
        var shown = new AtomicReference<X509Certificate>();
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Onlooker(shown)}, null);
        try (var socket = (SSLSocket) context.getSocketFactory()
                .createSocket(fake.baseUrl().getHost(), fake.baseUrl().getPort())) {
            socket.startHandshake();
        }
        return shown.get();
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
    }

    private record Onlooker(AtomicReference<X509Certificate> shown) implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authentication) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authentication) {
            shown.set(chain[0]);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
