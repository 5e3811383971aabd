/**
 * Requests that can be repeated and changes that cannot overwrite: Idempotency-Key, ETag, If-Match.
 */
package org.homeward.face.conditional;
