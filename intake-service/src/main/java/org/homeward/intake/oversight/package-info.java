/** What the data-protection officer has to look at, and who has searched or opened how much. */
package org.homeward.intake.oversight;
