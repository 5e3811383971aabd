/** Takes reports and keeps cases; here it starts, and it says who may ask for what. */
package org.homeward.intake;
