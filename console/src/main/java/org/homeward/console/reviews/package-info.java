/** The morning review: what others decided alone at night. */
package org.homeward.console.reviews;
