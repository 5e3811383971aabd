/** Decisions that one person made alone, which another looks at afterwards. */
package org.homeward.intake.reviews;
