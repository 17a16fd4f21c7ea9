package io.candletrace.analysis;

import io.candletrace.lineage.Sha256;

/**
 * A named analyst of the configuration, without its secrets.
 *
 * @param name ours, as strategies list it
 * @param provider {@code rules}, or the endpoint's host
 * @param modelName the vendor's id as sent, or {@code rules-v1}
 * @param vision whether it is shown the picture
 * @param thirdParty whether what it is sent leaves the desk, so that a source's terms may forbid the numbers
 * @param sha256 of everything in the configuration that shapes its answers or what they are worth: not of the key, nor of
 *     limits, prices and retries
 */
public record ModelConfig(
        String name, String provider, String modelName, boolean vision, boolean thirdParty, Sha256 sha256) {
    /** Our name and the vendor's of the offline baseline. */
    public static final String RULES = "rules-v1";

    /** Whether this is the offline baseline. */
    public boolean rules() {
        return modelName.equals(RULES);
    }
}
