/** A case at risk is renewed, rings before its end, and becomes a search in one step. */
package org.homeward.intake.kinds;
