/** The registers of the node: police desks with their keys, and authorities. */
package org.homeward.console.registers;
