/** An entry of one person holds nothing until another confirms it. */
package org.homeward.alert.registers;
