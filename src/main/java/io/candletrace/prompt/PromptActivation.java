package io.candletrace.prompt;

import java.time.Instant;

/**
 * That a version of a prompt became the one that new strategies pin.
 *
 * @param id the row
 * @param version its number, from 1
 * @param activatedBy who did it; {@code candletrace} when the service did
 * @param activatedAt UTC
 */
public record PromptActivation(long id, int version, String activatedBy, Instant activatedAt) {}
