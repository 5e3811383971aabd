/**
 * Care files: a trafficking case of one person, read by named confidants alone. Nothing of it is
 * published, and it is linked with a missing-child case, never merged.
 */
package org.homeward.intake.carefiles;
