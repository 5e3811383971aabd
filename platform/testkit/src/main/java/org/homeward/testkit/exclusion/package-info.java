/**
 * Somebody from whom a case is kept finds what somebody finds who asks for an unknown id; whoever
 * may see it leaves a look.
 */
package org.homeward.testkit.exclusion;
