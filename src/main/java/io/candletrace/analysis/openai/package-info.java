/** Any OpenAI-compatible endpoint. */
@NullMarked
package io.candletrace.analysis.openai;

import org.jspecify.annotations.NullMarked;
