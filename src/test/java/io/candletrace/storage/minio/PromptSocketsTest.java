package io.candletrace.storage.minio;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.testing.StorageSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class PromptSocketsTest {
    private final PromptSockets sockets = new PromptSockets();

    @Test
    void sendAtOnce_howeverTheyAreMade() throws IOException {
        var here = InetAddress.getLoopbackAddress();
        try (var server = new ServerSocket(0, 50, here)) {
            var port = server.getLocalPort();

            assertPrompt(sockets.createSocket());
            assertPrompt(sockets.createSocket(here, port));
            assertPrompt(sockets.createSocket(here, port, here, 0));
            assertPrompt(sockets.createSocket(here.getHostAddress(), port));
            assertPrompt(sockets.createSocket(here.getHostAddress(), port, here, 0));
        }
    }

    @Test
    void areTheStoresSockets() {
        var http = S3Endpoint.http(StorageSettings.bucket("prompt").s3());

        assertThat(http.socketFactory()).isInstanceOf(PromptSockets.class);
    }

    private static void assertPrompt(Socket made) throws IOException {
        try (var socket = made) {
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }
}
