/** What the tests of every service with a face need: an issuer, a wire, the shape of problems. */
package org.homeward.face.testing;
