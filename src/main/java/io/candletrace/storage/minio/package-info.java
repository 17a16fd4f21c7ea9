/** Objects at any S3 endpoint. */
@NullMarked
package io.candletrace.storage.minio;

import org.jspecify.annotations.NullMarked;
