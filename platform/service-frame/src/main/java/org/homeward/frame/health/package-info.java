/** Health indicators for everything that can stand still, each with what to do. */
package org.homeward.frame.health;
