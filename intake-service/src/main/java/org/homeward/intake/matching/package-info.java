/**
 * Says how alike two children are by what is known of them: names in any script, and other facts.
 */
package org.homeward.intake.matching;
