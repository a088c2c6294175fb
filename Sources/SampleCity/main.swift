import ArgumentParser

struct SampleCityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "SampleCity", abstract: "Makes the sample data of TownLayout from a seed.",
    subcommands: [CityCommand.self, LadderCommand.self])
}

SampleCityCommand.main()
