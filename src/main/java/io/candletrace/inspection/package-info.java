/** Tell what is odd about bars, pure: what a row must be to become a bar, and what bars must be to be believed. */
@NullMarked
package io.candletrace.inspection;

import org.jspecify.annotations.NullMarked;
