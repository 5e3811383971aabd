/**
 * The family of a child: who was told what, by whom, when we call next, and what each must not
 * learn. Several people of one family do not know of each other.
 */
package org.homeward.intake.family;
