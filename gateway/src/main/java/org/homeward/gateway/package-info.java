/** The one door: routes, tokens, limits, headers. It knows no case and keeps nothing. */
package org.homeward.gateway;
