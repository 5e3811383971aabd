/** What can stand still, and what to do about it. */
package org.homeward.frame.health;
