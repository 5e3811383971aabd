/**
 * Every error leaves as problem+json (RFC 9457), wherever it arose, and says nothing it should not.
 */
package org.homeward.face.problem;
