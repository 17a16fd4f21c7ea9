/** HTTP resources, views and problems. */
@NullMarked
package io.candletrace.api;

import org.jspecify.annotations.NullMarked;
