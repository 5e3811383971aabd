/** Who must not learn of a case: more of them at any time, fewer by two persons. */
package org.homeward.intake.exclusions;
