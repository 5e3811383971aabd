/** A case is kept from more of them at any time, and from fewer only by two persons. */
package org.homeward.intake.exclusions;
