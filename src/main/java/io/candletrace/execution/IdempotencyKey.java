package io.candletrace.execution;

import io.candletrace.lineage.Sha256;

/**
 * What a client calls one request of its, however often it sends it.
 *
 * @param scope method and path: the same key elsewhere is another one
 * @param key the client's, 1 to 255 visible ASCII characters
 * @param request of the request as it was understood, in canonical form
 */
public record IdempotencyKey(String scope, String key, Sha256 request) {}
