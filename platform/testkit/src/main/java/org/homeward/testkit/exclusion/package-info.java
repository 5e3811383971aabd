/** Somebody from whom a case is kept finds what somebody finds who asks for an unknown id. */
package org.homeward.testkit.exclusion;
