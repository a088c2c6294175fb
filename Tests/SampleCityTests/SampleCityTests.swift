import LandModel
import Testing

@testable import SampleCityKit
