/**
 * The interview that is offered to a child after its return; its answers are for confidants alone.
 */
package org.homeward.intake.interviews;
