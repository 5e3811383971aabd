/**
 * What is asked to see whether somebody may be a victim of trafficking, and what a rule proposes.
 */
package org.homeward.intake.screening;
