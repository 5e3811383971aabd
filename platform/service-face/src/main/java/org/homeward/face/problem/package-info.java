/**
 * Every error leaves as problem+json (RFC 9457), wherever it arose, without internal or personal
 * data.
 */
package org.homeward.face.problem;
