/** How the services of the node are, with what to do. */
package org.homeward.console.health;
