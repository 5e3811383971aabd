/** Two persons lift a freeze; a supervisor answers a partner's brake, which rings until then. */
package org.homeward.intake.lifts;
