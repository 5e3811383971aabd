/**
 * The directory of those who help: what they do, for whom, when, and how they are reached. The
 * address of a place where people live in hiding is sealed in it.
 */
package org.homeward.intake.providers;
