package io.candletrace.feed.ibkr;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.util.Comparator;
import java.util.List;

/** A Client Portal gateway on a free port, with answers shaped after the vendor's documented ones. */
final class FakeGateway implements AutoCloseable {
    static final String TICKLE = "/tickle";
    static final String STATUS = "/iserver/auth/status";
    static final String INIT = "/iserver/auth/ssodh/init";
    static final String SEARCH = "/iserver/secdef/search";
    static final String DEFINITION = "/trsrv/secdef";
    static final String HISTORY = "/iserver/marketdata/history";

    private static final String BASE = "/v1/api";

    private final FakeHistory history = new FakeHistory();
    private final WireMockServer server;

    private FakeGateway(WireMockConfiguration options) {
        this.server = new WireMockServer(options.bindAddress("127.0.0.1").extensions(history));
        server.start();
    }

    static FakeGateway start() {
        return new FakeGateway(options().dynamicPort());
    }

    /** One that speaks HTTPS with a certificate that nobody vouches for. */
    static FakeGateway startSelfSigned() {
        return new FakeGateway(options().httpDisabled(true).dynamicHttpsPort());
    }

    URI baseUrl() {
        return URI.create(server.baseUrl().replace("localhost", "127.0.0.1") + BASE);
    }

    /** The same answer every time. */
    FakeGateway always(String path, ResponseDefinitionBuilder answer) {
        server.stubFor(any(urlPathEqualTo(BASE + path)).willReturn(answer));
        return this;
    }

    /** These answers one after the other; the last one every time after that. */
    FakeGateway inTurn(String path, ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            var last = i == answers.length - 1;
            server.stubFor(any(urlPathEqualTo(BASE + path))
                    .inScenario(path)
                    .whenScenarioStateIs(state(i))
                    .willReturn(answers[i])
                    .willSetStateTo(last ? state(i) : state(i + 1)));
        }
        return this;
    }

    /** A session that is alive. */
    FakeGateway loggedIn() {
        return always(TICKLE, tickle(true, false));
    }

    /** History of these bars, served as asked for. */
    FakeGateway withHistory(FakeHistory.Bar... bars) {
        history.serve(List.of(bars));
        return always(HISTORY, aResponse().withTransformers(FakeHistory.NAME));
    }

    FakeHistory history() {
        return history;
    }

    /** The requests for a path, oldest first. */
    List<LoggedRequest> requests(String path) {
        return server.findAll(anyRequestedFor(urlPathEqualTo(BASE + path))).stream()
                .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    static ResponseDefinitionBuilder json(String body) {
        return json(200, body);
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json;charset=utf-8")
                .withBody(body);
    }

    static ResponseDefinitionBuilder loginPage() {
        return aResponse()
                .withHeader("Content-Type", "text/html")
                .withBody("<!DOCTYPE html><html><body>Login</body></html>");
    }

    static ResponseDefinitionBuilder tickle(boolean authenticated, boolean competing) {
        return json("""
                {"session": "bb665d0f55b6289d70bc7380089fc96f", "ssoExpires": 460311, "collission": false,
                 "userId": 123456789, "hmds": {"error": "no bridge"}, "iserver": {"authStatus": %s}}
                """.formatted(statusJson(authenticated, competing)));
    }

    static ResponseDefinitionBuilder status(boolean authenticated, boolean competing) {
        return json(statusJson(authenticated, competing));
    }

    private static String statusJson(boolean authenticated, boolean competing) {
        return """
                {"authenticated": %s, "competing": %s, "connected": true, "message": "", "MAC": "98:F2:B3:23:BF:A0",
                 "serverInfo": {"serverName": "JifN19053", "serverVersion": "Build 10.25.0p"}, "fail": ""}
                """.formatted(authenticated, competing);
    }

    private static String state(int index) {
        return index == 0 ? Scenario.STARTED : "answer " + index;
    }
}
