/**
 * Risk and category of a case: asked, proposed by a rule, decided by a person, reviewed in time.
 */
package org.homeward.intake.risk;
