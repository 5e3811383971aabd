/**
 * The one list of what a family may hear. Nothing here knows a case: what is read aloud to a family
 * has an audience of its own, FAMILY, which no fact of a case can have.
 */
package org.homeward.intake.family.words;
