package io.candletrace.feed.ibkr;

import io.candletrace.http.Exchange;

/**
 * What came of one request.
 *
 * @param exchange on the wire
 * @param answer what it means
 */
record Reply(Exchange exchange, GatewayAnswer answer) {}
